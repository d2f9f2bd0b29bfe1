metadata name = 'Network'
metadata description = 'A network of its own: the app in one subnet, the private endpoints of storage in the other, and the names by which they are found.'

@description('Name of the network.')
param name string

@description('Azure region.')
param location string

@description('Tags.')
param tags { *: string }

@description('Names of the storage accounts that get private endpoints.')
param accounts string[]

var services = ['blob', 'queue', 'table']
var endpoints = flatten(map(accounts, account => map(services, service => { account: account, service: service })))

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/24']
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.20.0.64/26'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource inner 'subnets' existing = {
    name: 'endpoints'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = [
  for each in endpoints: {
    name: each.account
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for service in services: {
    name: 'privatelink.${service}.${environment().suffixes.storage}'
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (service, i) in services: {
    parent: zones[i]
    name: name
    location: 'global'
    tags: tags
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource privateEndpoints 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for (each, i) in endpoints: {
    name: 'pe-${each.account}-${each.service}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: network::inner.id
      }
      privateLinkServiceConnections: [
        {
          name: each.service
          properties: {
            privateLinkServiceId: storage[i].id
            groupIds: [each.service]
          }
        }
      ]
    }
  }
]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (each, i) in endpoints: {
    parent: privateEndpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: each.service
          properties: {
            privateDnsZoneId: zones[indexOf(services, each.service)].id
          }
        }
      ]
    }
  }
]

@description('Resource id of the subnet of the app.')
output appSubnetId string = network::app.id
