metadata name = 'Types'
metadata description = 'Shapes that more than one module speaks of.'

@export()
@description('Addresses of the services of a storage account; each ends with a slash.')
type Endpoints = {
  @description('Blob service.')
  blob: string

  @description('Queue service.')
  queue: string

  @description('Table service.')
  table: string
}
