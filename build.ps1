#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests or packs the module. A thin door: each task is a dotnet call that works as well by hand.
.PARAMETER Task
Build lays out/XRayPS; Test runs all tests; Package makes a zip of out/XRayPS in out/; Clean removes what was built.
.PARAMETER Configuration
Debug or Release. Package takes Release unless told otherwise.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = $(if ($Task -eq 'Package') { 'Release' } else { 'Debug' })
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'XRayPS.sln'
$stage = Join-Path $PSScriptRoot 'out/XRayPS'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $args ended with exit code $LASTEXITCODE."
    }
}

switch ($Task) {
    'Build' { Invoke-DotNet build $solution --configuration $Configuration }
    'Test' { Invoke-DotNet test $solution --configuration $Configuration }
    'Clean' { Invoke-DotNet clean $solution --configuration $Configuration }
    'Package' {
        Invoke-DotNet build $solution --configuration $Configuration
        $version = (Import-PowerShellDataFile (Join-Path $stage 'XRayPS.psd1')).ModuleVersion
        $package = Join-Path $PSScriptRoot "out/XRayPS-$version.zip"
        Compress-Archive -Path $stage -DestinationPath $package -Force
        Get-Item $package
    }
}
