"""The benchmark: the app beside a floor that draws the same pictures without a framework."""
