using 'main.bicep'

// A deployment for trying out. Copy this file for another environment and change what differs.
param environmentName = 'dev'
param dataRedundancy = 'Standard_LRS'
param tags = {
  service: 'childrens-trust-pipeline'
  dataClassification: 'official'
}
