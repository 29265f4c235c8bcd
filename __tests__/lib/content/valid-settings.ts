/** A valid `_site.yml`. */
export const settingsFile = `name: The Lighthouse
tagline: Letters from the coast
description: Essays about tides, harbours and lamps.
language: en-GB
url: https://lighthouse.example
timeZone: UTC
`
