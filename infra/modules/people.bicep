metadata name = 'People'
metadata description = 'What groups of people may do in the data account. Each is a group, so that joining and leaving it needs no deployment.'

import { People } from 'types.bicep'

@description('Name of the storage account of the pipeline.')
param dataAccountName string

@description('The groups.')
param people People

// Built-in roles, by the ids that are the same in every tenant.
var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// A group, a container, and the role it has there. Nobody but stewards is named for restricted: what is refused for personal data is there.
var grants = concat(
  map(people.uploaders, group => { group: group, container: 'landing', role: blobContributor }),
  map(people.uploaders, group => { group: group, container: 'quarantine', role: blobReader }),
  map(people.uploaders, group => { group: group, container: 'snapshots', role: blobReader }),
  map(people.readers, group => { group: group, container: 'snapshots', role: blobReader })
)
// To remove a file with personal data for good, with its versions and deleted copies and its entries in the tables.
var stewardRoles = flatten(map(people.stewards, group => [
  { group: group, role: blobOwner }
  { group: group, role: tableContributor }
]))

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource granted 'containers' existing = [for each in grants: { name: each.container }]
  }
}

resource perContainer 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (each, i) in grants: {
    name: guid(account.id, each.container, each.group, each.role)
    scope: account::blobs::granted[i]
    properties: {
      principalId: each.group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', each.role)
    }
  }
]

resource stewards 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for each in stewardRoles: {
    name: guid(account.id, each.group, each.role)
    scope: account
    properties: {
      principalId: each.group
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', each.role)
    }
  }
]
