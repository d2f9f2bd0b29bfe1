metadata name = 'Lifecycle'
metadata description = 'What leaves the data account by itself. Archive, snapshots and config are not named, so nothing leaves them.'

@description('Name of the storage account.')
param accountName string

@description('Containers that are emptied, and after how many days a blob leaves each.')
param retention { container: string, days: int }[]

@description('Days after which an older version of a blob in those containers leaves.')
param oldVersionDays int

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: accountName
}

resource policy 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        for each in retention: {
          name: 'empty-${each.container}'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: {
              blobTypes: ['blockBlob']
              prefixMatch: ['${each.container}/']
            }
            actions: {
              baseBlob: {
                delete: {
                  daysAfterModificationGreaterThan: each.days
                }
              }
              version: {
                delete: {
                  daysAfterCreationGreaterThan: each.days + oldVersionDays
                }
              }
            }
          }
        }
      ]
    }
  }
}
