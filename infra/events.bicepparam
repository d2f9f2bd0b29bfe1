using 'events.bicep'

// Azure makes the names, so none can stand here: infra/hooks/deploy.sh and azd set them from the outputs of main.bicep.
param functionAppName = readEnvironmentVariable('functionAppName')
param topicName = readEnvironmentVariable('topicName')
param hostAccountName = readEnvironmentVariable('hostAccountName')
