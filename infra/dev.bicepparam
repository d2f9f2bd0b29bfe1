using 'main.bicep'

// A deployment for trying out: one copy of the data, open to the internet for those with a role.
param environmentName = 'dev'
param alertEmail = 'data.team@example.org'
param dataRedundancy = 'Standard_LRS'
param tags = {
  service: 'childrens-trust-pipeline'
  owner: 'data.team@example.org'
  costCentre: 'trial'
  dataClassification: 'official'
}
