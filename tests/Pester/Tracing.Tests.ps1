#Requires -Version 7.4
#Requires -Modules @{ ModuleName = 'Pester'; ModuleVersion = '5.0' }

BeforeAll {
    $manifest = Join-Path $PSScriptRoot '../../out/XRayPS/XRayPS.psd1'
    Import-Module $manifest -Force -ErrorAction Stop
    $service = Start-XRayLocalService -Port 0 -DaemonPort 0
    $endpoint = (Get-XRayLocalService).Endpoint.ToString()

    function Get-Segment {
        Get-XRayTraceSummary -TimeRangeType Event -Last 1h | Get-XRayTrace | ConvertFrom-XRaySegment | Where-Object { -not $_.Inferred }
    }
}

AfterAll {
    Stop-XRayLocalService
}

Describe 'A runbook that calls two endpoints' {
    BeforeAll {
        $listener = [Net.HttpListener]::new()
        $port = Get-Random -Minimum 20000 -Maximum 60000
        $listener.Prefixes.Add("http://127.0.0.1:$port/")
        $listener.Start()
        $server = 1 | ForEach-Object -AsJob -Parallel {
            foreach ($i in 1, 2) {
                $context = ($using:listener).GetContext()
                $context.Response.StatusCode = $context.Request.Url.AbsolutePath -eq '/mail' ? 500 : 200
                $context.Response.Close()
                $context.Request.Headers['X-Amzn-Trace-Id']
            }
        }
        # Not here: Pester runs its blocks in a try statement, which an error would end.
        $after = 1 | ForEach-Object -AsJob -Parallel {
            Import-Module $using:manifest
            Trace-XRayCommand nightly {
                foreach ($name in 'stock', 'mail') {
                    Trace-XRayCommand $name -Namespace remote {
                        Invoke-RestMethod "http://127.0.0.1:$using:port/$name" -Headers @{ 'X-Amzn-Trace-Id' = $env:_X_AMZN_TRACE_ID }
                    }
                }
                'after'
            }
        } | Receive-Job -Wait -ErrorAction SilentlyContinue
        $headers = $server | Receive-Job -Wait
        $listener.Close()
        $segment = Get-Segment | Where-Object Name -EQ nightly
    }

    It 'goes on after the failing call, and shows it with the exception' {
        $after[-1] | Should -Be 'after'
        $calls = $segment.Subsegments
        $calls.Name | Should -Be 'stock', 'mail'
        $calls[0].Fault | Should -BeNullOrEmpty
        $calls[1].Fault | Should -BeTrue
        $calls[1].Cause.Exceptions[0].Type | Should -BeExactly 'Microsoft.PowerShell.Commands.HttpResponseException'
        $calls[1].Cause.Exceptions[0].Message | Should -Match '500'
    }

    It 'can be found by its fault, with the failing call as the root cause' {
        $summary = Get-XRayTraceSummary -Last 1h -FilterExpression 'fault = true AND service("nightly")'
        $summary.FaultRootCauses[0].Services.Name | Should -Be 'nightly', 'mail'
    }

    It 'passes the trace on' {
        $headers[1] | Should -BeExactly "Root=$($segment.TraceId);Parent=$($segment.Subsegments[1].Id);Sampled=1"
    }
}

Describe 'Work elsewhere joins the trace' {
    BeforeAll {
        Trace-XRayCommand batch {
            Start-Job { Import-Module $using:manifest; Trace-XRayCommand 'in job' { } -EndpointUrl $using:endpoint } | Receive-Job -Wait
            if (Get-Command Start-ThreadJob -ErrorAction Ignore) {
                Start-ThreadJob { Import-Module $using:manifest; Trace-XRayCommand 'in thread job' { } } | Receive-Job -Wait
            }
            1..3 | ForEach-Object -Parallel { Import-Module $using:manifest; Trace-XRayCommand "item $_" { Trace-XRayCommand part { } } }
            & (Get-Process -Id $PID).Path -NoProfile -Command "Import-Module '$manifest'; Trace-XRayCommand child { } -EndpointUrl '$endpoint'"
        }
        $segments = Get-Segment
        $batch = $segments | Where-Object Name -EQ batch
    }

    It '<_>' -ForEach 'in job', 'in thread job', 'item 1', 'item 2', 'item 3', 'child' {
        if ($_ -eq 'in thread job' -and !(Get-Command Start-ThreadJob -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'this PowerShell lacks the module ThreadJob'
        }

        $found = $segments | Where-Object Name -EQ $_
        $found.TraceId | Should -BeExactly $batch.TraceId
        $found.ParentId | Should -BeExactly $batch.Id
    }

    It 'leaves nothing behind' {
        $env:_X_AMZN_TRACE_ID | Should -BeNullOrEmpty
        $batch.Fault | Should -BeNullOrEmpty
    }
}

Describe 'Errors of a block' {
    It 'that are written make a fault: <_>' -ForEach "Write-Error 'mail failed'", "try { Write-Error -Exception ([IO.IOException]::new('x')) } catch { }", 'Get-Item /nothing-like-it', 'Get-Content /nothing-like-it -ErrorAction Continue' {
        $name = "written $(New-Guid)"
        Trace-XRayCommand $name ([scriptblock]::Create($_)) 2> $null
        (Get-Segment | Where-Object Name -EQ $name).Fault | Should -BeTrue
    }

    It 'that are caught or silenced make none: <_>' -ForEach "try { Get-Item /nothing-like-it -ErrorAction Stop } catch { }", 'Get-Item /nothing-like-it -ErrorAction SilentlyContinue' {
        $name = "caught $(New-Guid)"
        Trace-XRayCommand $name ([scriptblock]::Create($_))
        (Get-Segment | Where-Object Name -EQ $name).Fault | Should -BeNullOrEmpty
    }

    It 'are the exit codes of native commands where asked' {
        Trace-XRayCommand kept { & (Get-Process -Id $PID).Path -NoProfile -Command 'exit 3' }
        Trace-XRayCommand counted -FaultOnExitCode { & (Get-Process -Id $PID).Path -NoProfile -Command 'exit 3' }
        $kept = Get-Segment | Where-Object Name -EQ kept
        $kept.Metadata['process']['exit_code'] | Should -Be 3
        $kept.Fault | Should -BeNullOrEmpty
        (Get-Segment | Where-Object Name -EQ counted).Fault | Should -BeTrue
    }
}

Describe 'Documents by the thousand' {
    It 'arrive, and each that is refused is one error' {
        $id = New-XRayTraceId
        $documents = 1..5000 | ForEach-Object { $_ % 1000 ? (New-XRaySegment "s$_" -TraceId $id) : @{ name = 'bad'; id = "$_" } }

        $documents | Write-XRaySegment -ErrorAction SilentlyContinue -ErrorVariable refused

        (Get-XRayTrace $id).Segments.Count | Should -Be 4995
        $refused.Count | Should -Be 5
        $refused[0].FullyQualifiedErrorId | Should -Match '^InvalidId'
    }
}
