using 'main.bicep'

// What azd deploys: its environment says which one, and who is told.
param environmentName = readEnvironmentVariable('PIPELINE_ENVIRONMENT', 'dev')
param alertEmail = readEnvironmentVariable('PIPELINE_ALERT_EMAIL', 'data.team@example.org')
param dataRedundancy = 'Standard_LRS'
param tags = {
  service: 'childrens-trust-pipeline'
  dataClassification: 'official'
  'azd-env-name': readEnvironmentVariable('AZURE_ENV_NAME', 'local')
}
