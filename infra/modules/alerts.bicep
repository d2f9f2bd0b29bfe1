metadata name = 'Alerts'
metadata description = 'What someone must hear of, as two tables: what is found in the logs, and what a metric shows.'

@description('Name of the service and environment.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Who is told.')
param email string

@description('Name of the Log Analytics workspace.')
param workspaceName string

@description('Name of the storage account of the pipeline.')
param dataAccountName string

@description('Name of the event topic.')
param topicName string

// Severity: 1 someone's figures are at risk, 2 something waits for a person, 3 good to know.
var fromLogs = [
  {
    name: 'failures'
    says: 'A function failed. The host tries a file again; the daily timers look again the next day.'
    severity: 2
    query: loadTextContent('../queries/failures.kql')
    every: 'PT15M'
    over: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'poison'
    says: 'A file failed every time it was tried and is in the queue of poison files. docs/operations.md, Poison files.'
    severity: 1
    query: loadTextContent('../queries/poison.kql')
    every: 'PT15M'
    over: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'not-taken-in'
    says: 'A file in landing could not be ingested, or a message about one could not be read. The sweep tries files again every morning; docs/operations.md, Poison files.'
    severity: 1
    query: loadTextContent('../queries/not-taken-in.kql')
    every: 'PT15M'
    over: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'missed-events'
    says: 'The upload event of a file was missed. The sweep has ingested the file; docs/operations.md, Missed events.'
    severity: 2
    query: loadTextContent('../queries/missed-events.kql')
    every: 'PT1H'
    over: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'not-compared'
    says: 'The figures of an indicator stopped its comparison. The snapshot is made and says "no comparison" for it; the log has the error.'
    severity: 1
    query: loadTextContent('../queries/not-compared.kql')
    every: 'PT1H'
    over: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'refused'
    says: 'A file was refused, or rows of it were rejected. Its findings lie in the container quarantine.'
    severity: 3
    query: loadTextContent('../queries/refused.kql')
    every: 'PT1H'
    over: 'PT1H'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'health'
    says: 'A health check failed: storage, the catalogue, or no snapshot for more than 190 days. The line names it and says what to do.'
    severity: 1
    query: loadTextContent('../queries/health.kql')
    every: 'P1D'
    over: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'overdue'
    says: 'Figures are overdue: their publishers should have brought them out, and nobody has dropped them.'
    severity: 3
    query: loadTextContent('../queries/overdue.kql')
    every: 'P1D'
    over: 'P1D'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'silent'
    says: 'The pipeline has not said how it is for two days: the function app does not run, or its telemetry does not arrive.'
    severity: 1
    query: loadTextContent('../queries/silent.kql')
    every: 'P1D'
    over: 'P2D'
    operator: 'LessThan'
    threshold: 1
  }
]

var fromMetrics = [
  {
    name: 'dead-letters'
    says: 'Events could not be delivered and are in the container dead-letters. MissedFiles still reads the files.'
    severity: 2
    scope: topic.id
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DeadLetteredCount'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'dropped-events'
    says: 'Events were given up without being kept. MissedFiles reads the files all the same.'
    severity: 2
    scope: topic.id
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DroppedEventCount'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'availability'
    says: 'The data account did not answer every request.'
    severity: 2
    scope: account.id
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource team 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(replace(name, '-', ''), 12)
    emailReceivers: [
      {
        name: 'team'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for each in fromLogs: {
    name: 'alert-${name}-${each.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${each.name}'
      description: each.says
      severity: each.severity
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: each.every
      windowSize: each.over
      autoMitigate: false
      // A table of logs exists only once its first line has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: each.query
            timeAggregation: 'Count'
            operator: any(each.operator)
            threshold: each.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [team.id]
      }
    }
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for each in fromMetrics: {
    name: 'alert-${name}-${each.name}'
    location: 'global'
    tags: tags
    properties: {
      description: each.says
      severity: each.severity
      enabled: true
      scopes: [each.scope]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT1H'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: each.metric
            metricNamespace: each.namespace
            metricName: each.metric
            operator: any(each.operator)
            threshold: each.threshold
            timeAggregation: any(each.aggregation)
          }
        ]
      }
      actions: [{ actionGroupId: team.id }]
    }
  }
]
