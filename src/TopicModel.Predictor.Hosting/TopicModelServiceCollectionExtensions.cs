using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TopicModel.Hosting;
using TopicModel.Hosting.Diagnostics;
using TopicModel.Hosting.Reload;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the models of an app.</summary>
public static class TopicModelServiceCollectionExtensions
{
    /// <summary>
    /// Serves the models of a folder: inject <see cref="IArticleAnalyzer"/>. The host loads them when it starts and fails with the reason when
    /// it cannot; without a host they are loaded when they are first asked for. Replaced files are loaded while the app runs.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="folder">The folder of models; a relative path starts at the content root.</param>
    public static IServiceCollection AddTopicModel(this IServiceCollection services, string folder) => services.AddTopicModel(options => options.Folder = folder);

    /// <summary>As <see cref="AddTopicModel(IServiceCollection, string)"/>, with options from code.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddTopicModel(this IServiceCollection services, Action<TopicModelOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<TopicModelOptions>().Configure(configure);
        return AddServices(services);
    }

    /// <summary>
    /// As <see cref="AddTopicModel(IServiceCollection, string)"/>, with options from a section of the configuration, whose keys are the names
    /// of the properties of <see cref="TopicModelOptions"/>. An unknown key is an error.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">Such as <c>builder.Configuration.GetSection("TopicModel")</c>.</param>
    public static IServiceCollection AddTopicModel(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<TopicModelOptions>().Bind(section, binder => binder.ErrorOnUnknownConfiguration = true);
        return AddServices(services);
    }

    private static IServiceCollection AddServices(IServiceCollection services)
    {
        services.AddOptions<TopicModelOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TopicModelOptions>, TopicModelOptionsValidator>());
        services.TryAddSingleton(provider => new TopicModelMetrics(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton(CreateService);
        services.TryAddSingleton<IArticleAnalyzer>(provider => provider.GetRequiredService<TopicModelService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ModelWatcher>());
        return services;
    }

    private static TopicModelService CreateService(IServiceProvider provider)
    {
        TopicModelOptions options = provider.GetRequiredService<IOptions<TopicModelOptions>>().Value;
        string root = provider.GetService<IHostEnvironment>()?.ContentRootPath ?? Environment.CurrentDirectory;
        var loader = new ModelSetLoader(Path.GetFullPath(options.Folder, root), [.. options.RequiredModels]);
        return new TopicModelService(loader, provider.GetService<TimeProvider>() ?? TimeProvider.System, provider.GetRequiredService<TopicModelMetrics>(),
            provider.GetService<ILogger<TopicModelService>>() ?? NullLogger<TopicModelService>.Instance);
    }
}
