@{
  RootModule           = 'XRayPS.dll'
  # Loaded at import, so that [XRayPS.TraceSummary] is a type from the first line on.
  RequiredAssemblies   = @('XRayPS.Core.dll')
  ModuleVersion        = '0.1.0'
  GUID                 = 'b0d2cdb5-5c56-4f0e-9d5f-1a4a3f1d7f0e'
  Author               = 'XRayPS contributors'
  CompanyName          = 'XRayPS contributors'
  Copyright            = '(c) XRayPS contributors. Apache-2.0.'
  Description          = 'AWS X-Ray at the prompt: traces, summaries and service graphs as objects, against AWS or against a local X-Ray that runs in the shell.'
  PowerShellVersion    = '7.4'
  CompatiblePSEditions = @('Core')
  FormatsToProcess     = @(
    'XRayPS.Format.ps1xml'
    'XRayPS.Configuration.Format.ps1xml'
    'XRayPS.Insights.Format.ps1xml'
    'XRayPS.Retrieval.Format.ps1xml'
    'XRayPS.Sampling.Format.ps1xml'
    'XRayPS.Series.Format.ps1xml'
  )
  TypesToProcess       = @('XRayPS.Types.ps1xml')
  CmdletsToExport      = @(
    'Add-XRayResourceTag'
    'Connect-XRay'
    'ConvertFrom-XRaySegment'
    'ConvertTo-XRayDiagram'
    'ConvertTo-XRaySegment'
    'Disconnect-XRay'
    'Export-XRayReport'
    'Get-XRayConnection'
    'Get-XRayEncryptionConfig'
    'Get-XRayGroup'
    'Get-XRayIndexingRule'
    'Get-XRayInsight'
    'Get-XRayInsightEvent'
    'Get-XRayInsightImpactGraph'
    'Get-XRayLocalService'
    'Get-XRayOperation'
    'Get-XRayResourcePolicy'
    'Get-XRayResourceTag'
    'Get-XRayRetrievedTrace'
    'Get-XRayRetrievedTraceGraph'
    'Get-XRaySamplingRule'
    'Get-XRaySamplingStatistic'
    'Get-XRaySamplingTarget'
    'Get-XRaySegmentDestination'
    'Get-XRayServiceGraph'
    'Get-XRayServiceStatistic'
    'Get-XRayTrace'
    'Get-XRayTraceGraph'
    'Get-XRayTraceSummary'
    'Invoke-XRayOperation'
    'New-XRayFilterExpression'
    'New-XRayGroup'
    'New-XRayPresignedUrl'
    'New-XRaySamplingRule'
    'New-XRaySegment'
    'New-XRayTraceId'
    'Remove-XRayGroup'
    'Remove-XRayResourcePolicy'
    'Remove-XRayResourceTag'
    'Remove-XRaySamplingRule'
    'Select-XRayTrace'
    'Set-XRayAnnotation'
    'Set-XRayEncryptionConfig'
    'Set-XRayGroup'
    'Set-XRayIndexingRule'
    'Set-XRayResourcePolicy'
    'Set-XRaySamplingRule'
    'Set-XRaySegmentDestination'
    'Start-XRayLocalService'
    'Start-XRayTraceRetrieval'
    'Stop-XRayLocalService'
    'Stop-XRayTraceRetrieval'
    'Test-XRayFilterExpression'
    'Test-XRaySamplingRule'
    'Test-XRaySegment'
    'Trace-XRayCommand'
    'Wait-XRayEncryptionConfig'
    'Write-XRaySegment'
    'Write-XRayTelemetry'
  )
  FunctionsToExport    = @()
  AliasesToExport      = @()
  VariablesToExport    = @()
  PrivateData          = @{
    PSData = @{
      Tags       = @('AWS', 'XRay', 'X-Ray', 'tracing', 'observability', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
      LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
    }
  }
}
