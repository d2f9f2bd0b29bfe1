metadata name = 'Children\'s Trust comparison pipeline'
metadata description = 'Everything the pipeline needs in one resource group. It holds no key, secret or connection string: every connection is by identity.'

targetScope = 'resourceGroup'

@description('Short name of the service. It begins the name of every resource.')
@minLength(2)
@maxLength(8)
param workload string = 'ctpipe'

@description('Which environment this is.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('Azure region of every resource.')
param location string = resourceGroup().location

@description('Tags on every resource. The name of the environment is added.')
param tags { *: string } = {}

@description('How many copies of the data are kept, and where.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param dataRedundancy string = 'Standard_ZRS'

@description('Days for which a deleted or replaced blob of the data account can be brought back.')
@minValue(7)
@maxValue(365)
param deletedBlobRetentionDays int = 30

@description('Days after which a dropped file leaves landing. An accepted file is kept in archive, a refused one in quarantine.')
@minValue(7)
param landingRetentionDays int = 90

@description('Days after which a refused file and its findings leave quarantine.')
@minValue(7)
param quarantineRetentionDays int = 90

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Most gigabytes of logs taken in on one day.')
@minValue(1)
param logDailyQuotaGb int = 1

@description('Memory of one instance of the function app, in megabytes.')
@allowed([2048, 4096])
param instanceMemoryMB int = 2048

@description('Most instances that may run at one time. Flex Consumption has had 40 as its lowest.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

var suffix = uniqueString(resourceGroup().id, workload, environmentName)
var name = '${workload}-${environmentName}'
var allTags = union(tags, { environment: environmentName })
var packageContainer = 'app-package'
var readContainers = ['landing', 'config']
var writeContainers = ['archive', 'quarantine', 'snapshots']
var tables = ['Series', 'Releases', 'Findings', 'Snapshots']

module identity 'modules/identity.bicep' = {
  params: {
    name: 'id-${name}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: 'log-${name}'
    insightsName: 'appi-${name}'
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

@description('The account of the Functions host: its leases, keys and timers, and the package of the app.')
module hostStorage 'modules/storage-account.bicep' = {
  params: {
    name: take('sthost${suffix}', 24)
    location: location
    tags: allTags
    redundancy: 'Standard_LRS'
    containers: [packageContainer]
    tables: []
    versioning: false
    deletedBlobRetentionDays: 7
  }
}

@description('The account of the pipeline: what is dropped, kept, refused and produced.')
module dataStorage 'modules/storage-account.bicep' = {
  params: {
    name: take('stdata${suffix}', 24)
    location: location
    tags: allTags
    redundancy: dataRedundancy
    containers: concat(readContainers, writeContainers)
    tables: tables
    versioning: true
    deletedBlobRetentionDays: deletedBlobRetentionDays
  }
}

module lifecycle 'modules/lifecycle.bicep' = {
  params: {
    accountName: dataStorage.outputs.name
    retention: [
      { container: 'landing', days: landingRetentionDays }
      { container: 'quarantine', days: quarantineRetentionDays }
    ]
    oldVersionDays: deletedBlobRetentionDays
  }
}

module access 'modules/access.bicep' = {
  params: {
    principalId: identity.outputs.principalId
    hostAccountName: hostStorage.outputs.name
    dataAccountName: dataStorage.outputs.name
    insightsName: monitoring.outputs.insightsName
    readContainers: readContainers
    writeContainers: writeContainers
    tables: tables
  }
}

module functionApp 'modules/function-app.bicep' = {
  params: {
    name: 'func-${name}-${take(suffix, 6)}'
    planName: 'plan-${name}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostEndpoints: hostStorage.outputs.endpoints
    packageUri: '${hostStorage.outputs.endpoints.blob}${packageContainer}'
    landingEndpoints: dataStorage.outputs.endpoints
    insightsName: monitoring.outputs.insightsName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
  }
  // The host reads its storage when it starts, so its roles stand first.
  dependsOn: [access]
}

@description('Name of the function app, to deploy to.')
output functionAppName string = functionApp.outputs.name

@description('Name of the account that files are dropped into.')
output dataAccountName string = dataStorage.outputs.name

@description('Where files are dropped: a folder for each feed.')
output landingUri string = '${dataStorage.outputs.endpoints.blob}landing'
