"""Commands that learn the coefficients of the package from public data, given by path."""
