metadata name = 'Types'
metadata description = 'Shapes that more than one module speaks of.'

@export()
@description('Object ids of groups in Entra ID, by what their members may do.')
type People = {
  @description('Upload files to landing, and read what became of them in quarantine and snapshots.')
  uploaders: string[]

  @description('Read snapshots, and nothing else.')
  readers: string[]

  @description('Everything in the data account: correct the catalogue, restore, remove a file for good.')
  stewards: string[]
}
