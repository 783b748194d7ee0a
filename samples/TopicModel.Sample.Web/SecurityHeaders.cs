namespace TopicModel.Sample;

/// <summary>Tells browsers that the page needs nothing but what comes from this app.</summary>
internal static class SecurityHeaders
{
    /// <summary>A middleware.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // The page is small; what is new in it must be seen at the next visit.
        headers.CacheControl = "no-cache";
        return next(context);
    }
}
