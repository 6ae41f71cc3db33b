"""Pure computation: View, selection, measures, Summary. Knows neither Dash nor files."""
