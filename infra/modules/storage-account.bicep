metadata name = 'Storage account'
metadata description = 'A storage account that takes no key and shows nothing to the public, with its containers and tables.'

import { Endpoints } from 'types.bicep'

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
param tables string[]

@description('Whether a replaced blob is kept as an older version.')
param versioning bool

@description('Days for which a deleted blob or container can be brought back.')
param deletedBlobRetentionDays int

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
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: versioning
    deleteRetentionPolicy: {
      enabled: true
      days: deletedBlobRetentionDays
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

@description('Name of the account.')
output name string = account.name

@description('Addresses of its services.')
output endpoints Endpoints = {
  blob: account.properties.primaryEndpoints.blob
  queue: account.properties.primaryEndpoints.queue
  table: account.properties.primaryEndpoints.table
}
