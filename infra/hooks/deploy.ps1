#!/usr/bin/env pwsh
# Publishes the functions, deploys them, and tells them of new files: everything that follows infra/main.bicep.
# Needs the .NET SDK and the Azure CLI, signed in; AZURE_RESOURCE_GROUP names the resource group. Run twice it does the same.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot '../..')
$group = $env:AZURE_RESOURCE_GROUP
if (-not $group) { throw 'Set AZURE_RESOURCE_GROUP to the name of the resource group.' }

# azd hands the outputs over as variables; without it they come from the deployment named pipeline.
foreach ($name in 'functionAppName', 'topicName', 'hostAccountName') {
    if (-not [Environment]::GetEnvironmentVariable($name)) {
        [Environment]::SetEnvironmentVariable($name, (az deployment group show --resource-group $group --name pipeline --query "properties.outputs.$name.value" --output tsv))
    }
}

Remove-Item out/publish, out/functions.zip -Recurse -Force -ErrorAction SilentlyContinue
dotnet publish functions --configuration Release -p:BlobTriggerSource=EventGrid --output out/publish
[IO.Compression.ZipFile]::CreateFromDirectory((Resolve-Path out/publish), (Join-Path (Get-Location) 'out/functions.zip'))
az functionapp deployment source config-zip --resource-group $group --name $env:functionAppName --src out/functions.zip --output none

# The key by which Event Grid calls the app exists once the host has started with the blob triggers.
for ($tries = 0; -not (az functionapp keys list --resource-group $group --name $env:functionAppName --query systemKeys.blobs_extension --output tsv); $tries++) {
    if ($tries -ge 30) { throw 'The app has not started after five minutes, so its events are not wired. See its log, then run this again.' }
    Start-Sleep -Seconds 10
}

az deployment group create --name events --resource-group $group --parameters infra/events.bicepparam --output none
Write-Output "$env:functionAppName runs, and is told of every file dropped into landing."
