const classes: Readonly<Record<string, string>> = {
  'Not started': 'govuk-tag--grey',
  'In progress': 'govuk-tag--light-blue',
  Ready: 'govuk-tag--purple',
  Checked: 'govuk-tag--turquoise',
  'Returned with comments': 'govuk-tag--orange',
  Signed: 'govuk-tag--green',
}

/** Returns the class of the tag that shows the status of a case, the same on every page. */
export function statusClass(status: string): string {
  return classes[status] ?? ''
}
