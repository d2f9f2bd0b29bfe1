metadata name = 'Storage account'
metadata description = 'A storage account that takes no key and shows nothing to the public, with its containers, tables and queues.'

@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('How many copies are kept, and where.')
param redundancy ('Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS')

@description('Blob containers to create.')
param containers string[]

@description('Tables to create.')
param tables string[] = []

@description('Queues to create.')
param queues string[] = []

@description('Whether a replaced blob is kept as an older version, and every change to a blob is written down.')
param keepHistory bool

@description('Days for which a deleted blob or container can be brought back.')
param deletedBlobRetentionDays int

@description('Whether the account is closed to public networks.')
param closed bool

@description('Public addresses to which a closed account is open all the same.')
param openTo string[] = []

// For how long the feed of changes is kept: a year and a month, so that two snapshots and a year's revisions can be told apart.
var changeFeedDays = 396

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: redundancy
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: closed && empty(openTo) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid and the diagnostic settings come as trusted services, by their own identity.
      bypass: 'AzureServices'
      defaultAction: closed ? 'Deny' : 'Allow'
      ipRules: [for address in closed ? openTo : []: { value: address, action: 'Allow' }]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: keepHistory
    changeFeed: keepHistory
      ? {
          enabled: true
          retentionInDays: changeFeedDays
        }
      : null
    deleteRetentionPolicy: {
      enabled: true
      days: deletedBlobRetentionDays
      // An owner of its blobs may remove a deleted copy before its days are over, as personal data must be.
      allowPermanentDelete: keepHistory
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: deletedBlobRetentionDays
    }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: {
      publicAccess: 'None'
    }
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource storageTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [
  for table in tables: {
    parent: tableService
    name: table
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-08-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]
