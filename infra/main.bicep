metadata name = 'Children\'s Trust comparison pipeline'
metadata description = 'Everything the pipeline needs in one resource group. It holds no key, secret or connection string: every connection is by identity. events.bicep follows once the code is deployed.'

targetScope = 'resourceGroup'

import { People } from 'modules/types.bicep'

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

@description('Where alerts and the budget\'s warnings are sent: an address that more than one person reads.')
param alertEmail string

@description('Object ids of the groups of people who drop, read and keep. Nobody but the app has access without one.')
param people People = { uploaders: [], readers: [], stewards: [] }

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

@description('Days after which a file that was refused for personal data leaves the container that only stewards read.')
@minValue(7)
param restrictedRetentionDays int = 30

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

@description('Share of a file\'s rows that may be rejected before the file is, as a decimal.')
param mostRejectedShare string = '0.1'

@description('Days from an as-at date to the date on which its snapshot is compiled, for every cadence. Empty for the catalogue\'s.')
param compileAfterDays string = ''

@description('Whether storage is reached over private endpoints alone, and the function app by Event Grid and the offices alone.')
param privateNetworking bool = false

@description('With private networking: public addresses of the offices, as single addresses or CIDR ranges up to /30, from which files are dropped and read.')
param officeAddresses string[] = []

@description('Most that a month should cost, in the currency of the subscription. It stops nothing; it warns.')
@minValue(1)
param monthlyBudget int = 50

@description('First day of the month of the first deployment (2026-12-01), from which the budget counts. Azure refuses to change it later. Empty for no budget.')
param budgetStart string = ''

var suffix = uniqueString(resourceGroup().id, workload, environmentName)
var name = '${workload}-${environmentName}'
var allTags = union(tags, { environment: environmentName })

var hostAccountName = take('sthost${suffix}', 24)
var dataAccountName = take('stdata${suffix}', 24)
var insightsName = 'appi-${name}'
var workspaceName = 'log-${name}'
var functionAppName = 'func-${name}-${take(suffix, 6)}'
var topicName = 'evgt-${name}'

var packageContainer = 'app-package'
var deadLetterContainer = 'dead-letters'
var readContainers = ['landing', 'config']
var writeContainers = ['archive', 'quarantine', 'restricted', 'snapshots']
var tables = ['Series', 'Releases', 'Findings', 'Drops', 'Snapshots']
// The blob trigger puts a file that failed every time here, in the account that it watches.
var queues = ['webjobs-blobtrigger-poison']

module identity 'modules/identity.bicep' = {
  params: {
    name: 'id-${name}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: workspaceName
    insightsName: insightsName
    location: location
    tags: allTags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  params: {
    name: 'vnet-${name}'
    location: location
    tags: allTags
    accounts: [hostAccountName, dataAccountName]
  }
  dependsOn: [hostStorage, dataStorage]
}

@description('The account of the Functions host: its leases, keys and timers, the package of the app, and events that could not be delivered.')
module hostStorage 'modules/storage-account.bicep' = {
  params: {
    name: hostAccountName
    location: location
    tags: allTags
    redundancy: 'Standard_LRS'
    containers: [packageContainer, deadLetterContainer]
    keepHistory: false
    deletedBlobRetentionDays: 7
    closed: privateNetworking
  }
}

@description('The account of the pipeline: what is dropped, kept, refused and produced.')
module dataStorage 'modules/storage-account.bicep' = {
  params: {
    name: dataAccountName
    location: location
    tags: allTags
    redundancy: dataRedundancy
    containers: concat(readContainers, writeContainers)
    tables: tables
    queues: queues
    keepHistory: true
    deletedBlobRetentionDays: deletedBlobRetentionDays
    closed: privateNetworking
    openTo: officeAddresses
  }
}

module lifecycle 'modules/lifecycle.bicep' = {
  params: {
    accountName: dataAccountName
    retention: [
      { container: 'landing', days: landingRetentionDays }
      { container: 'quarantine', days: quarantineRetentionDays }
      { container: 'restricted', days: restrictedRetentionDays }
    ]
    oldVersionDays: deletedBlobRetentionDays
  }
  dependsOn: [dataStorage]
}

module deadLetterLifecycle 'modules/lifecycle.bicep' = {
  params: {
    accountName: hostAccountName
    retention: [{ container: deadLetterContainer, days: landingRetentionDays }]
    oldVersionDays: 7
  }
  dependsOn: [hostStorage]
}

module access 'modules/access.bicep' = {
  params: {
    principalId: identity.outputs.principalId
    hostAccountName: hostAccountName
    dataAccountName: dataAccountName
    insightsName: insightsName
    readContainers: readContainers
    writeContainers: writeContainers
    tables: tables
    queues: queues
  }
  dependsOn: [hostStorage, dataStorage, monitoring]
}

module peopleAccess 'modules/people.bicep' = {
  params: {
    dataAccountName: dataAccountName
    people: people
  }
  dependsOn: [dataStorage]
}

module functionApp 'modules/function-app.bicep' = {
  params: {
    name: functionAppName
    planName: 'plan-${name}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    hostAccountName: hostAccountName
    packageContainer: packageContainer
    dataAccountName: dataAccountName
    insightsName: insightsName
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    mostRejectedShare: mostRejectedShare
    compileAfterDays: compileAfterDays
    subnetId: network.?outputs.appSubnetId ?? ''
    openTo: officeAddresses
  }
  // The host reads its storage when it starts, so its roles stand first.
  dependsOn: [access]
}

module eventTopic 'modules/event-topic.bicep' = {
  params: {
    name: topicName
    location: location
    tags: allTags
    sourceAccountName: dataAccountName
    deadLetterAccountName: hostAccountName
    deadLetterContainer: deadLetterContainer
  }
  dependsOn: [hostStorage, dataStorage]
}

module diagnostics 'modules/diagnostics.bicep' = {
  params: {
    workspaceName: workspaceName
    accountNames: [hostAccountName, dataAccountName]
    functionAppName: functionAppName
    topicName: topicName
  }
  dependsOn: [monitoring, functionApp, eventTopic]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: name
    location: location
    tags: allTags
    email: alertEmail
    workspaceName: workspaceName
    dataAccountName: dataAccountName
    topicName: topicName
  }
  dependsOn: [diagnostics]
}

module workbook 'modules/workbook.bicep' = {
  params: {
    name: name
    location: location
    tags: allTags
    workspaceName: workspaceName
  }
  dependsOn: [monitoring]
}

module budget 'modules/budget.bicep' = if (!empty(budgetStart)) {
  params: {
    name: 'budget-${name}'
    amount: monthlyBudget
    start: budgetStart
    email: alertEmail
  }
}

@description('Name of the function app, to deploy to.')
output functionAppName string = functionAppName

@description('Name of the topic of the data account\'s events, for events.bicep.')
output topicName string = topicName

@description('Name of the account that holds undelivered events, for events.bicep.')
output hostAccountName string = hostAccountName

@description('Name of the account that files are dropped into.')
output dataAccountName string = dataAccountName

@description('Where files are dropped: a folder for each feed.')
output landingUri string = 'https://${dataAccountName}.blob.${environment().suffixes.storage}/landing'
