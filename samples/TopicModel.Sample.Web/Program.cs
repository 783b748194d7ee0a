using TopicModel.Sample;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddTopicModel(builder.Configuration.GetSection("TopicModel"));
builder.Services.AddHealthChecks().AddTopicModel();
KindErrors.AddTo(builder.Services);
builder.Services.ConfigureHttpJsonOptions(options => JsonStyle.Apply(options.SerializerOptions));
builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = AnalysisApi.MaxRequestBytes);

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.Use(SecurityHeaders.AddAsync);
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapAnalysis();
app.MapHealthChecks("/health", HealthJson.Options);
app.Run();
