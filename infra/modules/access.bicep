metadata name = 'Access'
metadata description = 'What the identity of the function app may do, and nothing beyond it.'

@description('Object id of the identity.')
param principalId string

@description('Name of the storage account of the Functions host.')
param hostAccountName string

@description('Name of the storage account of the pipeline.')
param dataAccountName string

@description('Name of the Application Insights resource.')
param insightsName string

@description('Containers of the data account that are read.')
param readContainers string[]

@description('Containers of the data account that are read and written.')
param writeContainers string[]

@description('Tables of the data account that are read and written.')
param tables string[]

@description('Queues of the data account that the blob trigger writes and the poison handler reads.')
param queues string[]

// Built-in roles, by the ids that are the same in every tenant.
var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  blobReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostAccountName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource read 'containers' existing = [for container in readContainers: { name: container }]
    resource write 'containers' existing = [for container in writeContainers: { name: container }]
  }

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource entries 'tables' existing = [for table in tables: { name: table }]
  }

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource waiting 'queues' existing = [for queue in queues: { name: queue }]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

// The host keeps leases, keys and timers in blobs, its own messages in queues and its diagnostic events in a table.
resource host 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
    name: guid(hostAccount.id, principalId, role)
    scope: hostAccount
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

// The blob trigger keeps its retries in the host's account, and puts a file that failed every time into a queue of the account that it watches.
resource queueing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in queues: {
    name: guid(dataAccount.id, queue, principalId, roles.queueContributor)
    scope: dataAccount::queueService::waiting[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueContributor)
    }
  }
]

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in readContainers: {
    name: guid(dataAccount.id, container, principalId, roles.blobReader)
    scope: dataAccount::blobs::read[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobReader)
    }
  }
]

resource writing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (container, i) in writeContainers: {
    name: guid(dataAccount.id, container, principalId, roles.blobContributor)
    scope: dataAccount::blobs::write[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    }
  }
]

resource entering 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (table, i) in tables: {
    name: guid(dataAccount.id, table, principalId, roles.tableContributor)
    scope: dataAccount::tableService::entries[i]
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableContributor)
    }
  }
]

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, roles.metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher)
  }
}
