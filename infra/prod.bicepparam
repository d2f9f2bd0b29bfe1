using 'main.bicep'

// What a council runs. Put your own address, groups, offices and month in place of the examples.
param environmentName = 'prod'
param alertEmail = 'data.team@example.org'
param people = {
  uploaders: ['00000000-0000-0000-0000-0000000000a1']
  readers: ['00000000-0000-0000-0000-0000000000b1']
  stewards: ['00000000-0000-0000-0000-0000000000c1']
}
param dataRedundancy = 'Standard_GZRS'
param deletedBlobRetentionDays = 90
param privateNetworking = true
param officeAddresses = ['203.0.113.0/28']
param monthlyBudget = 50
param budgetStart = '2026-12-01'
param tags = {
  service: 'childrens-trust-pipeline'
  owner: 'data.team@example.org'
  costCentre: 'childrens-services'
  dataClassification: 'official'
}
