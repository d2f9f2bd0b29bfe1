metadata name = 'Workbook'
metadata description = 'One page in Azure Monitor on which the pipeline is watched.'

@description('Name of the service and environment.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Name of the Log Analytics workspace.')
param workspaceName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspace.id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: '${name}: pipeline'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: loadTextContent('../workbook.json')
  }
}
