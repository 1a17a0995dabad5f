import { graphql } from "../generated";

export const ContactChoiceFragment = graphql(`
  fragment ContactChoice on Contact {
    id
    firstName
    name
    email
    language
    active
    accounts {
      id
      account {
        id
        name
      }
    }
  }
`);

export const ContactChoicesQuery = graphql(`
  query ContactChoices($search: String!) {
    contacts(search: $search, first: 8) {
      nodes {
        ...ContactChoice
      }
    }
  }
`);

export const InvitationMailFragment = graphql(`
  fragment InvitationMail on Email {
    id
    kind
    toAddress
    state
    createdAt
    acceptedAt
    nextAttemptAt
    lastReply
    attempts {
      at
      state
      reply
    }
  }
`);

export const ContactFactsFragment = graphql(`
  fragment ContactFacts on Contact {
    id
    version
    firstName
    lastName
    name
    email
    pendingEmail
    phone
    phoneCountry
    language
    active
    activatedAt
    lastSeenAt
    accounts {
      id
    }
    address {
      street
      city
      postalCode
      region
      country
    }
  }
`);

export const LinkFragment = graphql(`
  fragment Link on AccountContact {
    id
    version
    login
    notify
    sync
    commercial
    operational
    portalAccess
    contact {
      ...ContactFacts
    }
    invitation {
      id
      state
      email
      message
      sentAt
      expiresAt
      openedAt
      acceptedAt
      sentBy {
        id
        name
      }
      emails {
        ...InvitationMail
      }
    }
  }
`);

export const AddContactMutation = graphql(`
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) {
      accountContact {
        ...Link
      }
    }
  }
`);

export const RemoveContactMutation = graphql(`
  mutation RemoveContact($input: IdInput!) {
    removeContact(input: $input) {
      removedId
      account {
        id
        portalStatus
        version
      }
    }
  }
`);

export const UpdateContactMutation = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      contact {
        ...ContactFacts
      }
    }
  }
`);

export const SetAccessMutation = graphql(`
  mutation SetAccess($input: SetAccessInput!) {
    setAccess(input: $input) {
      accountContact {
        ...Link
      }
    }
  }
`);
