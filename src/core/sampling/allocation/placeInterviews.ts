/** A day and a slot for every interview, so that neither assessor nor case manager is needed twice at the same time. */
import type { Assessor, Pseudonym } from './allocation.ts'
import { managerKey } from './conflicts.ts'
import type { TimetableSettings } from './fieldworkDay.ts'

export type InterviewToPlace = {
  readonly pseudonym: Pseudonym
  readonly assessor: Assessor
  readonly caseManager: string | null
}

/** A day of fieldwork and a slot in it, both counted from 1. */
type Time = { readonly day: number; readonly slot: number }

export type PlacedInterview = Time & { readonly interview: InterviewToPlace }

export type PlacedInterviews = {
  readonly places: readonly PlacedInterview[]
  readonly left: readonly {
    readonly interview: InterviewToPlace
    readonly reason: 'no-room' | 'manager-busy'
  }[]
}

/**
 * Returns the places of the interviews. They are placed one after another at the earliest time that suits both people;
 * if there is none, others are moved, each to a time that suits both of its people, and those in their way in turn.
 * This is the ejection chain of timetabling (Glover, "Ejection chains, reference structures and alternating path
 * methods", Discrete Applied Mathematics 65, 1996). The problem with days of absence has no quick exact method, so an
 * interview may be left out for which a longer search would find a time. What is placed always fits.
 */
export function placeInterviews(
  interviews: readonly InterviewToPlace[],
  settings: TimetableSettings,
): PlacedInterviews {
  const board: Board = { settings, places: new Map(), interviews: hardestFirst(interviews) }
  const left = board.interviews
    .filter((interview) => !place(board, interview, new Set([interview.pseudonym])))
    .map((interview) => {
      const room = timesOf(board, interview).some((time) => assessorIsFree(board, interview, time))
      return { interview, reason: room ? ('manager-busy' as const) : ('no-room' as const) }
    })
  const places = interviews.flatMap((interview): PlacedInterview[] => {
    const time = board.places.get(interview.pseudonym)
    return time === undefined ? [] : [{ interview, ...time }]
  })
  return { places, left }
}

type Board = {
  readonly settings: TimetableSettings
  readonly interviews: readonly InterviewToPlace[]
  readonly places: Map<Pseudonym, Time>
}

/** Case managers with the most interviews first, as they have the fewest times to spare. */
function hardestFirst(interviews: readonly InterviewToPlace[]): readonly InterviewToPlace[] {
  const wanted = Map.groupBy(interviews, managerOf)
  const load = (interview: InterviewToPlace) =>
    interview.caseManager === null ? 0 : (wanted.get(managerOf(interview))?.length ?? 0)
  return interviews.toSorted((one, other) => load(other) - load(one))
}

function managerOf({ caseManager }: InterviewToPlace): string | null {
  return caseManager === null ? null : managerKey(caseManager)
}

/** Puts the interview on the board, moving others if needed. Returns false, with the board unchanged, if there is no time for it. */
function place(board: Board, interview: InterviewToPlace, moving: Set<Pseudonym>): boolean {
  const times = timesOf(board, interview)
  const free = times.find((time) => blockers(board, interview, time)?.length === 0)
  if (free !== undefined) {
    board.places.set(interview.pseudonym, free)
    return true
  }
  return times.some((time) => makeWay(board, interview, time, moving))
}

/** Moves the interview that is in the way. Each is tried once in a chain, so the search ends. */
function makeWay(board: Board, interview: InterviewToPlace, time: Time, moving: Set<Pseudonym>): boolean {
  const [blocker, ...others] = blockers(board, interview, time) ?? []
  if (blocker === undefined || others.length > 0 || moving.has(blocker.pseudonym)) return false
  const before = board.places.get(blocker.pseudonym)
  if (before === undefined) return false
  moving.add(blocker.pseudonym)
  board.places.delete(blocker.pseudonym)
  board.places.set(interview.pseudonym, time)
  if (place(board, blocker, moving)) return true
  board.places.delete(interview.pseudonym)
  board.places.set(blocker.pseudonym, before)
  return false
}

/**
 * The interviews that must leave for this one to have this time: none, the case manager's other interview, or one of
 * the assessor's. Null if more would have to leave.
 */
function blockers(board: Board, interview: InterviewToPlace, time: Time): readonly InterviewToPlace[] | null {
  const clash =
    managerOf(interview) === null ? [] : othersAt(board, interview, time).filter(hasManagerOf(interview))
  if (assessorIsFree(board, interview, time)) return clash
  if (clash.length > 0 && clash.some((other) => other.assessor.id !== interview.assessor.id)) return null
  const sameDay = othersOfDay(board, interview, time.day)
  const leaving = sameDay.find((other) => fits(board, interview, time, [other]))
  return leaving === undefined || clash.some((other) => other !== leaving) ? null : [leaving]
}

function hasManagerOf(interview: InterviewToPlace): (other: InterviewToPlace) => boolean {
  return (other) => managerOf(other) === managerOf(interview)
}

function assessorIsFree(board: Board, interview: InterviewToPlace, time: Time): boolean {
  return fits(board, interview, time, [])
}

/**
 * True if the assessor's day has room for the interview at this time once `leaving` has left it: no more cases than a
 * day allows, and enough slots before each interview to read its case and those before it.
 */
function fits(
  board: Board,
  interview: InterviewToPlace,
  time: Time,
  leaving: readonly InterviewToPlace[],
): boolean {
  const staying = othersOfDay(board, interview, time.day).filter((other) => !leaving.includes(other))
  const slots = [time.slot, ...staying.map((other) => board.places.get(other.pseudonym)?.slot ?? 0)]
  if (slots.length > interview.assessor.casesPerDay || new Set(slots).size < slots.length) return false
  const needed = board.settings.readingSlots + 1
  return slots.sort((one, other) => one - other).every((slot, index) => slot >= (index + 1) * needed)
}

function othersOfDay(board: Board, interview: InterviewToPlace, day: number): readonly InterviewToPlace[] {
  return board.interviews.filter(
    (other) =>
      other !== interview &&
      other.assessor.id === interview.assessor.id &&
      board.places.get(other.pseudonym)?.day === day,
  )
}

function othersAt(board: Board, interview: InterviewToPlace, time: Time): readonly InterviewToPlace[] {
  return board.interviews.filter((other) => {
    const its = board.places.get(other.pseudonym)
    return other !== interview && its?.day === time.day && its.slot === time.slot
  })
}

/** Every time at which the assessor is available and the case can have been read, earliest first. */
function timesOf({ settings }: Board, { assessor }: InterviewToPlace): readonly Time[] {
  const days = [...new Set(assessor.days)]
    .filter((day) => day >= 1 && day <= settings.days.length)
    .sort((one, other) => one - other)
  const first = settings.readingSlots + 1
  const slots = Array.from(
    { length: Math.max(0, settings.slotsPerDay - first + 1) },
    (_, index) => first + index,
  )
  return days.flatMap((day) => slots.map((slot) => ({ day, slot })))
}
