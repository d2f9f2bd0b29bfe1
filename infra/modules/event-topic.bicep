metadata name = 'Event topic'
metadata description = 'The events of the data account, and the right to keep those that cannot be delivered. events.bicep subscribes the functions.'

@description('Name of the topic.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Name of the account whose events these are.')
param sourceAccountName string

@description('Name of the account for undelivered events. Not the source: its trouble may be why they were not delivered.')
param deadLetterAccountName string

@description('Container for undelivered events.')
param deadLetterContainer string

var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource source 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: sourceAccountName
}

resource deadLetterAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: deadLetterAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource container 'containers' existing = {
      name: deadLetterContainer
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: source.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource deadLetters 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(deadLetterAccount.id, deadLetterContainer, topic.id, blobContributor)
  scope: deadLetterAccount::blobs::container
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}
