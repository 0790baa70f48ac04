using GenoMed.Fhir.Cli;

return await CommandLine.RunAsync(args);
