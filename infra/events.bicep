metadata name = 'Event wiring'
metadata description = 'Second phase, after the code is deployed: tells each blob-triggered function of new files in its folder. It reads the host\'s key for Event Grid, which only exists once the functions run.'

targetScope = 'resourceGroup'

@description('Name of the function app: the output functionAppName of main.bicep.')
param functionAppName string

@description('Name of the topic: the output topicName of main.bicep.')
param topicName string

@description('Name of the account for undelivered events: the output hostAccountName of main.bicep.')
param hostAccountName string

@description('Container for events that could not be delivered.')
param deadLetterContainer string = 'dead-letters'

// A folder of landing, and the function that reads it.
var subscriptions = [
  { folder: 'breastfeeding', function: 'BreastfeedingReleases' }
  { folder: 'key-actions', function: 'KeyActions' }
  { folder: 'local', function: 'LocalReturns' }
  { folder: 'national', function: 'NationalReleases' }
  { folder: 'neighbours', function: 'NeighbourReleases' }
  { folder: 'obesity', function: 'ObesityReleases' }
]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource functionApp 'Microsoft.Web/sites@2025-03-01' existing = {
  name: functionAppName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostAccountName
}

// One at a time: Event Grid calls each address back before it accepts it, and the app may be starting.
@batchSize(1)
resource eachFolder 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [
  for each in subscriptions: {
    parent: topic
    name: 'landing-${each.folder}'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: 'https://${functionApp.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${each.function}&code=${listKeys('${functionApp.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
          maxEventsPerBatch: 1
          preferredBatchSizeInKilobytes: 64
        }
      }
      filter: {
        includedEventTypes: ['Microsoft.Storage.BlobCreated']
        subjectBeginsWith: '/blobServices/default/containers/landing/blobs/${each.folder}/'
      }
      retryPolicy: {
        maxDeliveryAttempts: 30
        eventTimeToLiveInMinutes: 1440
      }
      deadLetterWithResourceIdentity: {
        identity: {
          type: 'SystemAssigned'
        }
        deadLetterDestination: {
          endpointType: 'StorageBlob'
          properties: {
            resourceId: hostAccount.id
            blobContainerName: deadLetterContainer
          }
        }
      }
    }
  }
]
