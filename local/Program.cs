using ChildrensTrust.Local.Commands;

return await CommandLine.RunAsync(args);
