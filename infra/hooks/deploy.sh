#!/usr/bin/env sh
# Publishes the functions, deploys them, and tells them of new files: everything that follows infra/main.bicep.
# Needs the .NET SDK, zip and the Azure CLI, signed in; AZURE_RESOURCE_GROUP names the resource group. Run twice it does the same.
set -eu
cd "$(dirname "$0")/../.."
: "${AZURE_RESOURCE_GROUP:?set AZURE_RESOURCE_GROUP to the name of the resource group}"

# azd hands the outputs over as variables; without it they come from the deployment named pipeline.
output() { az deployment group show --resource-group "$AZURE_RESOURCE_GROUP" --name pipeline --query "properties.outputs.$1.value" --output tsv; }
export functionAppName="${functionAppName:-$(output functionAppName)}"
export topicName="${topicName:-$(output topicName)}"
export hostAccountName="${hostAccountName:-$(output hostAccountName)}"

rm -rf out/publish out/functions.zip
dotnet publish functions --configuration Release -p:BlobTriggerSource=EventGrid --output out/publish
(cd out/publish && zip --quiet --recurse-paths ../functions.zip .)
az functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$functionAppName" --src out/functions.zip --output none

# The key by which Event Grid calls the app exists once the host has started with the blob triggers.
tries=0
until [ -n "$(az functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$functionAppName" --query systemKeys.blobs_extension --output tsv 2>/dev/null)" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 30 ] || { echo 'The app has not started after five minutes, so its events are not wired. See its log, then run this again.' >&2; exit 1; }
  sleep 10
done

az deployment group create --name events --resource-group "$AZURE_RESOURCE_GROUP" --parameters infra/events.bicepparam --output none
echo "$functionAppName runs, and is told of every file dropped into landing."
