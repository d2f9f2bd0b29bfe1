using 'events.bicep'

// The names come from the outputs of main.bicep.
param functionAppName = readEnvironmentVariable('functionAppName', 'func-ctpipe-prod')
param topicName = readEnvironmentVariable('topicName', 'evgt-ctpipe-prod')
param hostAccountName = readEnvironmentVariable('hostAccountName', 'sthostctpipeprod')
