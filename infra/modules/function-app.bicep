metadata name = 'Function app'
metadata description = 'The function app on Flex Consumption. Each app setting is an address or an id; none is a secret.'

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

@description('Name of the storage account of the Functions host.')
param hostAccountName string

@description('Container of that account that holds the package of the app.')
param packageContainer string

@description('Name of the storage account of the pipeline, which the functions call Landing.')
param dataAccountName string

@description('Name of the Application Insights resource.')
param insightsName string

@description('Memory of one instance, in megabytes.')
param instanceMemoryMB int

@description('Most instances that may run at one time.')
param maximumInstanceCount int

@description('Share of a file\'s rows that may be rejected before the file is.')
param mostRejectedShare string

@description('Days from an as-at date to its compile date; empty for the catalogue\'s.')
param compileAfterDays string

@description('Resource id of the subnet that the app joins; empty for none. In a subnet it answers Event Grid and the offices alone.')
param subnetId string = ''

@description('Public addresses that the app answers when it is in a subnet.')
param openTo string[] = []

var storage = environment().suffixes.storage
var closed = !empty(subnetId)
var offices = map(openTo, (address, i) => {
  name: 'office-${i + 1}'
  priority: 200 + i
  action: 'Allow'
  tag: 'Default'
  ipAddress: contains(address, '/') ? address : '${address}/32'
})
var allowed = concat(
  [{ name: 'event-grid', priority: 100, action: 'Allow', tag: 'ServiceTag', ipAddress: 'AzureEventGrid' }],
  offices
)

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
    virtualNetworkSubnetId: closed ? subnetId : null
    siteConfig: {
      minTlsVersion: '1.2'
      ipSecurityRestrictions: closed ? allowed : null
      ipSecurityRestrictionsDefaultAction: closed ? 'Deny' : 'Allow'
      // The deployment site can replace the code. It is another address, with rules of its own, and Event Grid has no business there.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictions: closed ? offices : null
      scmIpSecurityRestrictionsDefaultAction: closed ? 'Deny' : 'Allow'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: 'https://${hostAccountName}.blob.${storage}/${packageContainer}'
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
      AzureWebJobsStorage__blobServiceUri: 'https://${hostAccountName}.blob.${storage}'
      AzureWebJobsStorage__queueServiceUri: 'https://${hostAccountName}.queue.${storage}'
      AzureWebJobsStorage__tableServiceUri: 'https://${hostAccountName}.table.${storage}'
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      Landing__blobServiceUri: 'https://${dataAccountName}.blob.${storage}'
      Landing__queueServiceUri: 'https://${dataAccountName}.queue.${storage}'
      Landing__tableServiceUri: 'https://${dataAccountName}.table.${storage}'
      Landing__credential: 'managedidentity'
      Landing__clientId: identityClientId
      Ingestion__MostRejectedShare: mostRejectedShare
      Snapshot__CompileAfterDays: compileAfterDays
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // The host sends its telemetry the way the app does, so that a request and what it did are one.
      AzureFunctionsJobHost__telemetryMode: 'OpenTelemetry'
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
