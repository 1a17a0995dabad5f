"""The business of Antesala; knows neither GraphQL nor HTTP, but for web/ and the roots."""
