#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

# What only a real PowerShell can show. Run it after `dotnet build` with: Invoke-Pester tests/Pester
# The engine itself is tested without pwsh in tests/XRayPS.Module.Tests.

BeforeAll {
    $manifest = Join-Path $PSScriptRoot '../../out/XRayPS/XRayPS.psd1'
    Import-Module $manifest -Force -ErrorAction Stop
    $null = Start-XRayLocalService -Port 0 -DaemonPort 0 -Demo
}

AfterAll {
    Stop-XRayLocalService
}

Describe 'Importing' {
    It 'exports what the manifest lists, and nothing else' {
        $listed = (Import-PowerShellDataFile $manifest).CmdletsToExport | Sort-Object
        (Get-Command -Module XRayPS).Name | Sort-Object | Should -Be $listed
        Test-ModuleManifest $manifest | Should -Not -BeNullOrEmpty
    }

    It 'lets AWS assemblies out of the default load context' {
        Get-XRayTraceSummary -Last 1h -First 1 | Out-Null
        [Runtime.Loader.AssemblyLoadContext]::Default.Assemblies.GetName().Name | Should -Not -Contain 'AWSSDK.Core'
    }
}

Describe 'The main job' {
    It 'finds failing traces and writes them as CSV that other programs read' {
        $found = Get-XRayTraceSummary -Last 6h -FilterExpression 'fault = true'
        $found.Count | Should -BeGreaterThan 0
        $path = Join-Path $TestDrive 'found.csv'

        $found | Export-Csv $path

        $rows = Import-Csv $path
        $rows.Count | Should -Be $found.Count
        $rows[0].Id | Should -BeExactly $found[0].Id
        $rows[0].HasFault | Should -BeExactly 'True'
        $rows[0].EntryPointName | Should -BeExactly $found[0].EntryPointName
        ($rows[0].PSObject.Properties.Value -match '^System\.|^XRayPS\.') | Should -BeNullOrEmpty
    }

    It 'sorts, groups and measures' {
        $all = Get-XRayTraceSummary -Last 6h
        $slowest = $all | Sort-Object ResponseTime -Descending | Select-Object -First 1
        $slowest.ResponseTime | Should -Be ($all | Measure-Object ResponseTime -Maximum).Maximum
        ($all | Group-Object Status).Name | Should -Contain 'Fault'
    }

    It 'stops asking when enough has been seen' {
        (Get-XRayTraceSummary -Last 6h | Select-Object -First 1).Id | Should -Match '^1-'
    }

    It 'shows a table and a list' {
        Get-XRayTraceSummary -Last 6h -First 1 | Format-Table | Out-String | Should -Match 'Duration|Response'
        Get-XRayTraceSummary -Last 6h -First 1 | Format-List | Out-String | Should -Match 'EntryPointName|Id'
    }
}

Describe 'Settings in version control' {
    It 'keeps a sampling rule as JSON that reads well, and makes it again' {
        $null = New-XRaySamplingRule kept 50 -FixedRate 0.5 -Attributes @{ tier = 'gold' } -MaxRate 0.9 -CooldownWindowMinutes 10
        $json = Get-XRaySamplingRule kept | ConvertTo-Json
        ($json | ConvertFrom-Json).Attributes.tier | Should -BeExactly 'gold'
        $null = Set-XRaySamplingRule kept -FixedRate 0.1 -Attributes @{ tier = 'lead' } -RemoveBoost

        $set = $json | ConvertFrom-Json | Set-XRaySamplingRule
        Remove-XRaySamplingRule kept -Confirm:$false
        $made = $json | ConvertFrom-Json | New-XRaySamplingRule

        foreach ($rule in $set, $made) {
            $rule.FixedRate | Should -Be 0.5
            $rule.Attributes.tier | Should -BeExactly 'gold'
            $rule.SamplingRateBoost.MaxRate | Should -Be 0.9
        }
    }

    It 'keeps <Get> as JSON' -ForEach @(
        @{ Get = 'Get-XRayGroup'; Set = 'Set-XRayGroup' }
        @{ Get = 'Get-XRaySamplingRule'; Set = 'Set-XRaySamplingRule' }
        @{ Get = 'Get-XRayIndexingRule'; Set = 'Set-XRayIndexingRule' }
        @{ Get = 'Get-XRaySegmentDestination'; Set = 'Set-XRaySegmentDestination' }
    ) {
        $before = & $Get | ConvertTo-Json
        $before | ConvertFrom-Json | & $Set -ErrorAction Stop | Should -Not -BeNullOrEmpty
        $changing = 'ModifiedAt', 'Status'
        (& $Get | Select-Object * -ExcludeProperty $changing | ConvertTo-Json) |
            Should -BeExactly ($before | ConvertFrom-Json -DateKind Offset | Select-Object * -ExcludeProperty $changing | ConvertTo-Json)
    }

    It 'writes no type names into CSV' {
        $rows = Get-XRaySamplingRule | ConvertTo-Csv | ConvertFrom-Csv
        ($rows.ForEach{ $_.PSObject.Properties.Value } -match '^System\.|^XRayPS\.') | Should -BeNullOrEmpty
    }
}

Describe 'Help' {
    It 'has a synopsis and examples for <_>' -ForEach @((Import-PowerShellDataFile (Join-Path $PSScriptRoot '../../XRayPS.psd1')).CmdletsToExport) {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.examples.example.Count | Should -BeGreaterOrEqual 2
    }
}
