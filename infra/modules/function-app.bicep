metadata name = 'Function app'
metadata description = 'The function app on Flex Consumption. Each app setting is an address or an id; none is a secret.'

import { Endpoints } from 'types.bicep'

@description('Name of the function app.')
param name string

@description('Name of its plan.')
param planName string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Resource id of the identity.')
param identityId string

@description('Client id of the identity.')
param identityClientId string

@description('Addresses of the storage account of the Functions host.')
param hostEndpoints Endpoints

@description('Address of the container that holds the package of the app.')
param packageUri string

@description('Addresses of the storage account of the pipeline, which the functions call Landing.')
param landingEndpoints Endpoints

@description('Name of the Application Insights resource.')
param insightsName string

@description('Memory of one instance, in megabytes.')
param instanceMemoryMB int

@description('Most instances that may run at one time.')
param maximumInstanceCount int

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__blobServiceUri: hostEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: hostEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: hostEndpoints.table
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      Landing__blobServiceUri: landingEndpoints.blob
      Landing__queueServiceUri: landingEndpoints.queue
      Landing__tableServiceUri: landingEndpoints.table
      Landing__credential: 'managedidentity'
      Landing__clientId: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    }
  }

  // Deployment is by identity: the passwords of the publishing profile are turned off.
  resource publishingByFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource publishingByScm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

@description('Name of the function app.')
output name string = app.name
