// Starts the official components. Every page works without this file.
import { initAll as initAllMoj } from '@ministryofjustice/frontend'
import { initAll } from 'govuk-frontend'

initAll()
initAllMoj()
