import { graphql } from "../generated";

export const TagLookFragment = graphql(`
  fragment TagLook on Tag {
    id
    name
    color
  }
`);

export const TagRowFragment = graphql(`
  fragment TagRow on Tag {
    ...TagLook
    accountCount
    version
  }
`);

/** All tags to choose from; a firm with more finds the others by their name on the page of tags. */
export const TagChoiceQuery = graphql(`
  query TagChoice {
    tags(first: 500) {
      nodes {
        ...TagLook
      }
    }
  }
`);

export const TagsQuery = graphql(`
  query AdminTags($search: String, $first: Int, $after: String) {
    tags(search: $search, first: $first, after: $after) {
      nodes {
        ...TagRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const CreateTagMutation = graphql(`
  mutation AdminCreateTag($input: CreateTagInput!) {
    createTag(input: $input) {
      tag {
        ...TagRow
      }
    }
  }
`);

export const UpdateTagMutation = graphql(`
  mutation AdminUpdateTag($input: UpdateTagInput!) {
    updateTag(input: $input) {
      tag {
        ...TagRow
      }
    }
  }
`);

export const MergeTagsMutation = graphql(`
  mutation AdminMergeTags($input: MergeTagsInput!) {
    mergeTags(input: $input) {
      removedId
      tag {
        ...TagRow
      }
    }
  }
`);

export const DeleteTagMutation = graphql(`
  mutation AdminDeleteTag($input: IdInput!) {
    deleteTag(input: $input) {
      removedId
    }
  }
`);
