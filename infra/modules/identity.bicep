metadata name = 'Identity'
metadata description = 'The one identity as which the function app acts.'

@description('Name of the identity.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id.')
output id string = identity.id

@description('Client id, which settings name.')
output clientId string = identity.properties.clientId

@description('Object id, which role assignments name.')
output principalId string = identity.properties.principalId
