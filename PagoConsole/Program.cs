using PagoConsole.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddConsolePages();

var app = builder.Build();
app.MapConsolePages();
app.Run();
