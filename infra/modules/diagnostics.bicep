metadata name = 'Diagnostics'
metadata description = 'Who did what to storage, what the app did and which events were not delivered, in the Log Analytics workspace.'

@description('Name of the workspace.')
param workspaceName string

@description('Names of the storage accounts.')
param accountNames string[]

@description('Name of the function app.')
param functionAppName string

@description('Name of the event topic.')
param topicName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

// Reads are left out: they would be most of the volume. Writes and deletes tell who dropped, changed or removed a file.
var storageLogs = [
  { category: 'StorageWrite', enabled: true }
  { category: 'StorageDelete', enabled: true }
]

resource accounts 'Microsoft.Storage/storageAccounts@2025-08-01' existing = [for name in accountNames: { name: name }]

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' existing = [
  for (name, i) in accountNames: { parent: accounts[i], name: 'default' }
]
resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' existing = [
  for (name, i) in accountNames: { parent: accounts[i], name: 'default' }
]
resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' existing = [
  for (name, i) in accountNames: { parent: accounts[i], name: 'default' }
]

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

// The newest version of diagnostic settings with categories is a preview of 2021; the rule would have the older one of 2016, without them.
#disable-next-line use-recent-api-versions
resource ofBlobs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (name, i) in accountNames: {
    name: 'to-workspace'
    scope: blobs[i]
    properties: {
      workspaceId: workspace.id
      logs: storageLogs
    }
  }
]

#disable-next-line use-recent-api-versions
resource ofQueues 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (name, i) in accountNames: {
    name: 'to-workspace'
    scope: queues[i]
    properties: {
      workspaceId: workspace.id
      logs: storageLogs
    }
  }
]

#disable-next-line use-recent-api-versions
resource ofTables 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (name, i) in accountNames: {
    name: 'to-workspace'
    scope: tables[i]
    properties: {
      workspaceId: workspace.id
      logs: storageLogs
    }
  }
]

#disable-next-line use-recent-api-versions
resource ofApp 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions
resource ofTopic 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspace.id
    logs: [{ category: 'DeliveryFailures', enabled: true }]
  }
}
