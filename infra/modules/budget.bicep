metadata name = 'Budget'
metadata description = 'Warns when the resource group costs more than it should. It stops nothing.'

@description('Name of the budget.')
param name string

@description('Most that a month should cost, in the currency of the subscription.')
param amount int

@description('First day of the month from which it counts.')
param start string

@description('Who is warned.')
param email string

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      nearly: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
      }
    }
  }
}
