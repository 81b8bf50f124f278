// Starts the official components. Every page works without this file.
import { initAll } from 'asset:govuk-frontend.min.js'
import { initAll as initAllMoj } from 'asset:moj-frontend.min.js'

initAll()
initAllMoj()
