import { index, modelOptions, prop } from '@typegoose/typegoose'
import type { Connection } from 'mongoose'
import { modelOn } from './model-on.js'

@modelOptions({ schemaOptions: { collection: 'movies', versionKey: false, autoIndex: false } })
@index({ sortTitle: 1, _id: 1 })
class MovieRecord {
  @prop({ type: String, required: true })
  _id!: string

  @prop({ type: String, required: true })
  title!: string

  /** The title in lower case: what lists are sorted by and searched in. */
  @prop({ type: String, required: true })
  sortTitle!: string

  @prop({ type: String, default: '' })
  synopsis!: string

  @prop({ type: Number, required: true })
  runtimeMinutes!: number

  @prop({ type: String, default: null })
  rating!: string | null

  @prop({ type: () => [String], required: true })
  genres!: string[]
}

export interface Movie {
  readonly id: string
  readonly title: string
  readonly sortTitle: string
  readonly synopsis: string
  readonly runtimeMinutes: number
  readonly rating: string | null
  readonly genres: readonly string[]
}

export interface MoviePage {
  readonly search: string
  readonly first: number
  /** The sort keys of the last movie that was seen. */
  readonly after: readonly [sortTitle: string, id: string] | null
}

export interface MovieStore {
  prepare(): Promise<void>
  create(movie: Omit<Movie, 'sortTitle'>): Promise<Movie>
  byIds(ids: readonly string[]): Promise<Movie[]>
  /** One more than `first` where there are more. */
  find(page: MoviePage): Promise<Movie[]>
  count(search: string): Promise<number>
}

export function createMovieStore(connection: Connection): MovieStore {
  const model = modelOn(connection, MovieRecord)
  return {
    prepare: () => model.createIndexes(),
    async create(movie) {
      const { id, ...rest } = movie
      const sortTitle = sortTitleOf(movie.title)
      await model.create({ _id: id, ...rest, genres: [...movie.genres], sortTitle })
      return { ...movie, sortTitle }
    },
    async byIds(ids) {
      return (await model.find({ _id: { $in: ids } }).lean<MovieRecord[]>()).map(movieOf)
    },
    async find({ search, first, after }) {
      const found = await model
        .find({ $and: [titleHas(search), isAfter(after)] })
        .sort({ sortTitle: 1, _id: 1 })
        .limit(first + 1)
        .lean<MovieRecord[]>()
      return found.map(movieOf)
    },
    count: (search) => model.countDocuments(titleHas(search)),
  }
}

function sortTitleOf(title: string): string {
  return title.normalize('NFC').toLowerCase()
}

function titleHas(search: string) {
  const text = sortTitleOf(search).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return text === '' ? {} : { sortTitle: { $regex: text } }
}

function isAfter(position: MoviePage['after']) {
  if (!position) return {}
  const [sortTitle, id] = position
  return { $or: [{ sortTitle: { $gt: sortTitle } }, { sortTitle, _id: { $gt: id } }] }
}

function movieOf({ _id, title, sortTitle, synopsis, runtimeMinutes, rating, genres }: MovieRecord): Movie {
  return { id: _id, title, sortTitle, synopsis, runtimeMinutes, rating, genres }
}
